import type { Command } from 'commander'

export const shells = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof shells)[number]

/** A command, and what may follow it: commands of its own or the words its argument may be, and its options. */
type Place = { readonly path: string; readonly words: readonly Word[]; readonly options: readonly Word[] }

type Word = { readonly word: string; readonly about: string }

/**
 * A script that teaches a shell the commands, options and choices of a program. Everything stands in the script: to ask the
 * program at each press of the key would take a second.
 */
export function completionScript(shell: Shell, program: Command): string {
  const places = placesOf(program, '')
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](program.name(), places)
}

function placesOf(command: Command, path: string): Place[] {
  const children = command.commands.filter((child) => child.name() !== 'help')
  const [argument] = command.registeredArguments
  const place = {
    path,
    words: [
      ...children.map((child) => ({ word: child.name(), about: child.description() })),
      ...(argument?.argChoices ?? []).map((word) => ({ word, about: argument?.name() ?? '' })),
    ],
    options: [
      ...command.options.flatMap(({ long, description }) => (long == null ? [] : { word: long, about: description })),
      { word: '--help', about: 'say more' },
    ],
  }
  return [place, ...children.flatMap((child) => placesOf(child, `${path} ${child.name()}`.trim()))]
}

/** Bash 3 and newer, and zsh with its emulation of bash, where `path` and `words` are names of the shell's own. */
function bashScript(name: string, places: readonly Place[]): string {
  const cases = places.map(({ path, words, options }) => {
    const list = [...words, ...options].map(({ word }) => word).join(' ')
    return `    ${quoted(path)}) offered=${quoted(list)} ;;`
  })
  const paths = places.map(({ path }) => quoted(path)).join('|')
  return `_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place="" next="" offered="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${place:+$place }\${COMP_WORDS[i]}"
    case "$next" in
      ${paths}) place="$next" ;;
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  [[ "$current" == -* ]] || offered="$(printf '%s\\n' $offered | grep -v '^--')"
  COMPREPLY=($(compgen -W "$offered" -- "$current"))
}
complete -o default -F _${name} ${name}
`
}

function zshScript(name: string, places: readonly Place[]): string {
  return `#compdef ${name}
autoload -U +X bashcompinit && bashcompinit
${bashScript(name, places)}`
}

function fishScript(name: string, places: readonly Place[]): string {
  const lines = places.flatMap(({ path, words, options }) => {
    const here = `-c ${name} -n "__${name}_at ${quoted(path)}"`
    return [
      ...words.map(({ word, about }) => `complete ${here} -f -a ${quoted(word)} -d ${quoted(about)}`),
      ...options.map(({ word, about }) => `complete ${here} -l ${word.slice(2)} -d ${quoted(about)}`),
    ]
  })
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => quoted(path))
  return `function __${name}_at
  set -l path ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$path $word")
    contains -- $next ${paths.join(' ')}; and set path $next
  end
  test "$path" = "$argv[1]"
end
${lines.join('\n')}
`
}

/** For bash, zsh and fish alike: nothing that we write holds a quote or a backslash but these. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '').replaceAll("'", '’')}'`
}
