import { z } from 'zod';
import type { SecrecyView } from '../../domain/secrecy/secrecy-view.ts';
import { list, secrecyRow, text, toFill, unit } from '../fields.ts';

/** What the template may name. Its description is the template's name in lists. */
export const view = z
  .strictObject({
    title: text('标题：单位、时段、宣传信息保密审查汇总表'),
    unit,
    period: text('审查时段，如 2026年10月'),
    rows: list(secrecyRow, '列入的信息，每条一行'),
    note: text('列入和未列入的条数'),
    signers: z
      .strictObject({
        filledBy: text('填表人签名处'),
        reviewedBy: text('保密审查人签名处'),
        approvedBy: text('分管领导签名处'),
      })
      .describe('签署栏'),
    date: text('填报日期'),
    toFill,
  })
  .describe('保密审查汇总表') satisfies z.ZodType<SecrecyView>;

/** One line for lists. */
export const purpose = '某段时间列入报告的信息的保密审查情况，附签署栏';
