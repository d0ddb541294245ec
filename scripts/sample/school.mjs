import { makeAchievements } from './achievements.mjs';
import { makeParentResponses, makePupilResponses } from './anonymous.mjs';
import { makeAttendance, makeRegister } from './attendance.mjs';
import { makeStaff } from './people.mjs';
import { makeMenteeRatings, makeModuleRatings } from './ratings.mjs';
import { makeTeacherResponses } from './teachers.mjs';
import { mentorGrowth } from './truths-records.mjs';

/** Seed of each part: changing one changes that part of the school alone. */
const SEEDS = {
	staff: 101,
	teachers: 238,
	pupils: 303,
	parents: 404,
	modules: 505,
	mentees: 606,
	attendance: 707,
	register: 808,
	achievements: 909
};

/** The whole school as data, before anything is written as text. */
export function makeSchool(seeds = SEEDS) {
	const staff = makeStaff(seeds.staff);
	const { ratings: modules } = makeModuleRatings(staff, seeds.modules);
	const growth = mentorGrowth(modules);
	return {
		staff,
		modules,
		growth,
		teachers: makeTeacherResponses(staff, seeds.teachers),
		pupils: makePupilResponses(seeds.pupils),
		parents: makeParentResponses(seeds.parents),
		mentees: makeMenteeRatings(staff, seeds.mentees),
		attendance: makeAttendance(staff, growth, seeds.attendance),
		register: makeRegister(staff, seeds.register),
		achievements: makeAchievements(staff, seeds.achievements)
	};
}
