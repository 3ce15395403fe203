import type { FieldType, IDataObject, ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { chosenEvent } from './events';
import { questionsOf } from './questions';

/** How the editor shows a question; all but ticks and single choices are texts. */
function typeOf({ question_type: type, terms }: IDataObject): FieldType {
	if (type === 'agree-check') return 'boolean';
	if (type === 'terms') return (terms as IDataObject | undefined)?.collect_signature === true ? 'string' : 'boolean';
	return type === 'dropdown' ? 'options' : 'string';
}

/** The columns of a question: one, or two where the company and the job title are asked for. */
function columnsOf(question: IDataObject): ResourceMapperField[] {
	const { id, label, required, options, question_type: type, collect_job_title: title, job_title_label: titleLabel } = question;
	const shape = typeOf(question);
	const column = (more: Partial<ResourceMapperField>): ResourceMapperField => ({
		id: String(id),
		displayName: String(label ?? id),
		required: required === true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type: shape,
		...(shape === 'options' && { options: ((options ?? []) as string[]).map((name) => ({ name, value: name })) }),
		...more,
	});
	return [column({}), ...(type === 'company' && title === true ? [column({ id: `${String(id)}__jobTitle`, displayName: String(titleLabel ?? `${String(label ?? id)} (Job Title)`), required: false })] : [])];
}

/** The questions of the chosen event, as n8n's resource mapper shows them. */
export async function getAnswerColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const fields = (await questionsOf(this, await chosenEvent(this))).flatMap(columnsOf);
	return { fields, ...(fields.length === 0 && { emptyFieldsNotice: 'The event asks no registration questions' }) };
}
