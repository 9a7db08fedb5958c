const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Elements without content or end tag. */
export const voidElements = words('area base br col embed hr img input link meta param source track wbr')

/** Elements that are written; of all others only what is in them stays. */
export const allowedElements = words(`
  a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del
  details dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label legend li
  main map mark nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody
  td tfoot th thead time tr track tt u ul var video wbr`)

/** Elements that go with all they hold: programs, styles, and what parsers disagree about. */
export const droppedElements = words(`
  script style applet noembed noframes noscript template textarea title xmp plaintext iframe math svg select head`)

/** Those of them that go on to the end of the text where they are not ended, as they do in browsers. */
export const endlessElements = words('script style noembed noframes noscript textarea title xmp plaintext')

/**
 * Attributes that any element may have: those of HTML 4 and 5 that describe or shape it. None that names it (other
 * elements of a page could be taken for it), runs anything, or asks for anything.
 */
export const allowedAttributes = words(`
  abbr align alt autocomplete axis balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight
  bottompadding cellpadding cellspacing char charoff charset checked clear color cols colspan compact controls coords
  datetime default delay dir disabled draggable duration end face font frame galleryimg gutter headers height high hidden
  hidefocus high hreflang hspace inputmode ismap keytype kind label lang leftspacing list loop loopcount loopend loopstart
  low max maxlength media method min multiple muted noshade nowrap open optimum pattern point-size preload pubdate radiogroup
  readonly rel repeat-max repeat-min replace required rev reversed rightspacing rowspan rows rules scope scoped selected
  shape size sizes span srclang start step style summary suppress tabindex target title toppadding type unselectable
  usemap urn valign value variable volume vrml vspace width wrap`)
export const urlAttributes = words('cite href longdesc poster src')

/** What the beginning of an element ends when it is open right around it (HTML Standard, 13.2.6.4.7 and following). */
export const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...'address article aside blockquote center details dir div dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
      .split(' ')
      .map((name): [string, string] => [name, 'p']),
    ['li', 'li p'] as [string, string],
    ...['dt', 'dd'].map((name): [string, string] => [name, 'dt dd p']),
    ...['td', 'th'].map((name): [string, string] => [name, 'td th p']),
    ['tr', 'tr td th p'] as [string, string],
    ...['thead', 'tbody', 'tfoot'].map((name): [string, string] => [name, 'thead tbody tfoot tr td th']),
    ...['rt', 'rp'].map((name): [string, string] => [name, 'rt rp']),
  ].map(([name, ended]) => [name, words(ended)]),
)
