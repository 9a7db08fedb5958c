/**
 * Rows of the articles of some clusters: the roots, which are found by their own ids, and their copies, which alone are in the
 * index of roots.
 *
 * @param roots ids of roots as SQL, in the words of this house alone: one value, or a list that a query gives
 */
export function rowsOfClusters(roots: string): string {
  return `SELECT rid FROM articles WHERE id IN (${roots}) AND root_id = id
    UNION ALL SELECT rid FROM articles WHERE root_id IN (${roots}) AND root_id <> id`
}

/** How many other articles the cluster of a row `a` has, as SQL. */
export const copiesOfRow = `(SELECT count(*) FROM articles c WHERE c.root_id = a.root_id AND c.root_id <> c.id)
  - (a.root_id <> a.id AND NOT EXISTS (SELECT 1 FROM articles r WHERE r.id = a.root_id AND r.root_id = r.id))`
