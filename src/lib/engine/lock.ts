/** Run once after boot, before any data: no files, no network, no extensions, and no way back (engine.md rule 3). */
export const LOCK = [
	'SET autoload_known_extensions = false',
	'SET autoinstall_known_extensions = false',
	'SET perfect_ht_threshold = 24',
	'SET enable_external_access = false',
	'SET lock_configuration = true'
];
