import { refuseCard } from './card-refusal.ts';
import { CONTROL_SHAPES } from './control-shapes.ts';
import { type CardNode, walkBelow } from './walk-card.ts';

const FORM_ONLY = new Set(['multi_select_static', 'multi_select_person']);
const CONTROLS = new Set(Object.keys(CONTROL_SHAPES));

/** A form and everything operable in it has a name no other in the card has, and one button submits it. */
export function checkForms(nodes: readonly CardNode[]): void {
  const names = new Set<unknown>();
  for (const node of nodes) {
    checkInForm(node);
    const name = node.element.name;
    if (name === undefined) continue;
    if (names.has(name)) throw refuseCard('name', `duplicate name ${String(name)}`, node.path);
    names.add(name);
  }
  for (const form of nodes.filter(({ tag }) => tag === 'form')) checkSubmit(form);
}

function checkInForm({ tag, element, path, ancestors }: CardNode): void {
  const inForm = ancestors.includes('form');
  const needsName = tag === 'form' || (inForm && CONTROLS.has(tag));
  if (needsName && element.name === undefined) throw refuseCard('name', 'form item has no name', path);
  if (!inForm && FORM_ONLY.has(tag)) throw refuseCard('json', `${tag} is only allowed in a form`, path);
  if (!inForm && element.form_action_type !== undefined) {
    throw refuseCard('json', 'form_action_type is only allowed in a form', path);
  }
}

function checkSubmit(form: CardNode): void {
  const submits = walkBelow(form).some(({ element }) => element.form_action_type === 'submit');
  if (!submits) throw refuseCard('json', 'a form needs a submit button', form.path);
}
