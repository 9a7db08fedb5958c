// Parameters that only say which way a reader came. Each is set by one known product and read by no publisher's router.
const names = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh srsltid
  mc_cid mc_eid mkt_tok vero_id vero_conv oly_enc_id oly_anon_id wickedid rb_clickid s_cid cmpid wt_mc wt_zmc xtor
  _hsenc _hsmi __hssc __hstc __hsfp hsctatracking _ga _gl _openstat __twitter_impression ref_src ref_url sr_share
  guccounter guce_referrer guce_referrer_sig at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4
  at_link_id at_link_origin at_link_type at_format at_ptr_name at_bbc_team ns_mchannel ns_source ns_campaign ns_linkname ns_fee
  phpsessid jsessionid aspsessionid feature_share usqp amp_js_v amp_gsa`.split(/\s+/),
)
const prefixes = ['utm_', 'pk_', 'mtm_', 'piwik_', 'matomo_', 'hsa_']

// These names mean something elsewhere, so only values that can be nothing but a channel are dropped.
const referrerNames = new Set(['ref', 'referrer', 'source', 'src', 'from'])
const channels = new Set(
  `rss rss2 feed rssfeed atom feedburner facebook fb twitter tw x.com whatsapp telegram linkedin instagram pinterest
  newsletter googlenews google_news flipboard applenews smartnews nabd`.split(/\s+/),
)

/** True when the parameter surely says only how the reader came here, so that the page is the same without it. */
export function isTrackingParameter(name: string, value: string): boolean {
  const key = name.toLowerCase()
  if (names.has(key) || prefixes.some((prefix) => key.startsWith(prefix))) return true
  if (isAmpSwitch(key, value.toLowerCase())) return true
  return referrerNames.has(key) && channels.has(value.toLowerCase())
}

/** The AMP rendering of the same article, asked for by parameter (WordPress and Arc). */
function isAmpSwitch(key: string, value: string): boolean {
  return (key === 'amp' && (value === '' || value === '1')) || (key === 'outputtype' && value === 'amp')
}
