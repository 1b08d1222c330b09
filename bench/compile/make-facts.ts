import type { MonthFacts } from '../../src/domain/report/facts.ts';
import { sampleFacts } from '../../src/templates/work-report/sample.ts';

/** A month with this many items of about 120 characters each, in turn from all departments and sections. */
export function makeFacts(count: number): MonthFacts {
  const { departments, settings } = sampleFacts;
  const items = Array.from({ length: count }, (_, index) => ({
    id: String(index),
    number: `202610-规划科-${String(index + 1).padStart(2, '0')}`,
    serial: index + 1,
    departmentIds: [departments[index % departments.length]?.id ?? ''],
    section: settings.sections[index % settings.sections.length]?.name ?? settings.defaultSection,
    title: `组织第${index + 1}次村庄规划宣讲`,
    body: `10月14日，规划科会同城关自然资源所到第${index + 1}个村宣讲村庄规划，现场发放图册120份，解答群众提问31个，收集意见建议12条。各村干部、群众代表参加，会后实地查看了地块现状，逐宗核对图件与台账，当场明确整改事项和时限。`,
    date: '2026-10-14',
    late: false,
    revision: 1,
    cleared: true,
  }));
  return { ...sampleFacts, items };
}
