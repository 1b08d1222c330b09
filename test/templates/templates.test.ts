import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCircularView } from '../../src/domain/circular/build-circular.ts';
import { buildReportView } from '../../src/domain/report/build-view.ts';
import {
  sampleFacts as circularFacts,
  sample as circularSample,
} from '../../src/templates/circular/sample.ts';
import { view as circularView } from '../../src/templates/circular/view.ts';
import { sample } from '../../src/templates/work-report/sample.ts';
import { view } from '../../src/templates/work-report/view.ts';
import { makeFacts } from '../domain/report/make-facts.ts';

/** Every path of a schema, with its description. */
function listFields(type: z.ZodType, path: string): [path: string, description: string | undefined][] {
  if (type instanceof z.ZodObject) {
    return Object.entries(type.shape).flatMap(([name, field]): [string, string | undefined][] =>
      field instanceof z.ZodType
        ? [[`${path}.${name}`, field.description], ...listFields(field, `${path}.${name}`)]
        : [],
    );
  }
  const element = type instanceof z.ZodArray ? type.element : undefined;
  return element instanceof z.ZodType ? listFields(element, `${path}[]`) : [];
}

describe('work-report', () => {
  it('describes every field', () => {
    const fields = listFields(view, 'view');
    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter(([, description]) => !description)).toEqual([]);
  });

  it('takes a month as it is built, and its own sample', () => {
    const empty = buildReportView(makeFacts());
    expect(view.parse(empty)).toEqual(empty);
    expect(view.parse(sample)).toEqual(sample);
  });

  it('shows every part in its sample', () => {
    expect(sample.blocks.length).toBeGreaterThan(1);
    expect(sample.problems.length).toBeGreaterThan(1);
    expect(sample.annexes.nils.rows.length).toBeGreaterThan(1);
    expect(sample.annexes.toFill.rows.length).toBeGreaterThan(1);
  });
});

describe('circular', () => {
  it('describes every field', () => {
    const fields = listFields(circularView, 'view');
    expect(fields.length).toBeGreaterThan(25);
    expect(fields.filter(([, description]) => !description)).toEqual([]);
  });

  it('takes a span as it is built, and its own sample', () => {
    const empty = buildCircularView({ ...circularFacts, departments: [], items: [] });
    expect(circularView.parse(empty)).toEqual(empty);
    expect(circularView.parse(circularSample)).toEqual(circularSample);
  });

  it('shows every part in its sample', () => {
    expect(circularSample.departments.rows.length).toBeGreaterThan(1);
    expect(circularSample.departments.notes.join()).toContain('联合报送信息1条');
    expect(circularSample.toFill.rows.length).toBeGreaterThan(0);
  });
});
