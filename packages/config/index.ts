export { lacksToken } from './lacks-token.ts'
export { loadSettings } from './load-settings.ts'
export { settings } from './settings.ts'
export type { Setting, SettingName, SettingsOf } from './settings.ts'
