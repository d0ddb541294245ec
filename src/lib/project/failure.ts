/** Why a project could not be read or kept. Words: `i18n/project-words.ts`. */
export type ProjectFailure =
	| { code: 'not_json' }
	| { code: 'not_a_project' }
	| { code: 'newer_version'; found: number; known: number }
	| { code: 'invalid'; path: string; message: string }
	| { code: 'duplicate_id'; path: string; id: string }
	| { code: 'unknown_id'; path: string; id: string }
	| { code: 'no_project' }
	| { code: 'not_a_zip' }
	| { code: 'damaged_zip' }
	| { code: 'too_large'; megabytes: number }
	| { code: 'too_many_files'; limit: number }
	| { code: 'inflated'; name: string }
	| { code: 'unsafe_path'; name: string }
	| { code: 'source_missing'; name: string }
	| { code: 'source_changed'; name: string }
	| { code: 'not_found' }
	| { code: 'storage_unavailable' }
	| { code: 'storage_full' }
	| { code: 'open_elsewhere' };
