import { makeAchievements } from './achievements.mjs';
import { makeParentResponses, makePupilResponses } from './anonymous.mjs';
import { makeAttendance, makeRegister } from './attendance.mjs';
import { makeStaff } from './people.mjs';
import { makeMenteeRatings, makeModuleRatings } from './ratings.mjs';
import { makeTeacherResponses } from './teachers.mjs';
import { mentorGrowth } from './truths-ratings.mjs';

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
export function makeSchool() {
	const staff = makeStaff(SEEDS.staff);
	const { ratings: modules } = makeModuleRatings(staff, SEEDS.modules);
	const growth = mentorGrowth(modules);
	return {
		staff,
		modules,
		growth,
		teachers: makeTeacherResponses(staff, SEEDS.teachers),
		pupils: makePupilResponses(SEEDS.pupils),
		parents: makeParentResponses(SEEDS.parents),
		mentees: makeMenteeRatings(staff, SEEDS.mentees),
		attendance: makeAttendance(staff, growth, SEEDS.attendance),
		register: makeRegister(staff, SEEDS.register),
		achievements: makeAchievements(staff, SEEDS.achievements)
	};
}
