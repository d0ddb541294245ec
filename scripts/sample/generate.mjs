import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProject } from './project.mjs';
import { makeReadme } from './readme.mjs';
import {
	achievementFile,
	attendanceFiles,
	menteeRatingFile,
	moduleRatingFile,
	registerFile,
	rosterFile,
	statedFiles
} from './record-files.mjs';
import { makeSchool } from './school.mjs';
import { parentFiles, pupilFiles, teacherFiles } from './survey-files.mjs';
import { sha256, toBytes } from './text-files.mjs';
import { makeTruths } from './truths.mjs';

/**
 * Every file of the sample by its path in the folder. The same on every machine.
 * @returns {Map<string, Uint8Array>}
 */
export function makeSample() {
	const school = makeSchool();
	const sources = [
		rosterFile(school.staff),
		...teacherFiles(school.teachers),
		...pupilFiles(school.pupils),
		...parentFiles(school.parents),
		moduleRatingFile(school.modules),
		menteeRatingFile(school.mentees),
		...attendanceFiles(school.attendance),
		registerFile(school.register),
		achievementFile(school.achievements),
		...statedFiles()
	].map((file) => {
		const bytes = toBytes(file.rows, file.format);
		return { file, content: bytes, bytes: bytes.length, sha256: sha256(bytes) };
	});
	const truths = makeTruths(school);
	const text = (/** @type {string} */ content) => new TextEncoder().encode(content);
	const json = (/** @type {unknown} */ value) => text(`${JSON.stringify(value, null, '\t')}\n`);
	return new Map([
		['project.json', json(makeProject(sources))],
		['truths.json', json(truths)],
		[
			'README.md',
			text(
				makeReadme(
					sources.map((s) => s.file),
					truths
				)
			)
		],
		...sources.map((s) => /** @type {[string, Uint8Array]} */ ([`sources/${s.file.name}`, s.content]))
	]);
}

/** Writes the sample into a folder, replacing its sources. @param {string} folder */
function writeSample(folder) {
	rmSync(join(folder, 'sources'), { recursive: true, force: true });
	mkdirSync(join(folder, 'sources'), { recursive: true });
	for (const [path, bytes] of makeSample()) writeFileSync(join(folder, path), bytes);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeSample(join(dirname(fileURLToPath(import.meta.url)), '../../data-samples/qoldau'));
