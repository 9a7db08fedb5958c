/** The id of the story that an article begins. */
export function storyIdOf(articleId: string): string {
  return articleId.replace(/^a/, 's')
}
