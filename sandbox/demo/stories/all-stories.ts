import type { Story } from '../story.ts';
import { FARMLAND, PLANNING } from './planning-and-farmland.ts';
import { LAND_USE, REGISTRY } from './registry-and-use.ts';
import { MINING, RESTORATION } from './restoration-and-mining.ts';
import { ENFORCEMENT, STAFF, SURVEY } from './survey-and-staff.ts';

/** The month's news, one list a department, in the order of the cast. */
export const STORIES: readonly (readonly Story[])[] = [
  PLANNING,
  FARMLAND,
  REGISTRY,
  LAND_USE,
  RESTORATION,
  MINING,
  SURVEY,
  ENFORCEMENT,
  STAFF,
];
