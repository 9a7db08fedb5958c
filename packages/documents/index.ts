export { FileDocuments } from './file-documents.ts'
export type { StoredDocument } from './file-documents.ts'
