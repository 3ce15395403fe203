import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

const firstLine = (text: string) => text.trim().split('\n')[0];

/** n8n's node details view: where a person fills in a node and runs it. Fields go by their parameter names. */
export class NodeView {
	constructor(readonly page: Page) {}

	/** The panel with the fields. */
	get fields(): Locator {
		return this.page.getByTestId('node-parameters');
	}

	get output(): Locator {
		return this.page.getByTestId('output-panel');
	}

	field(name: string): Locator {
		return this.fields.getByTestId(`parameter-input-${name}`).first();
	}

	/** What is written over the fields, top down, those in rows and collections too. */
	async labels(): Promise<string[]> {
		const labels = this.fields.getByTestId('input-label').filter({ visible: true });
		return (await labels.allInnerTexts()).map(firstLine);
	}

	/** The yellow boxes between the fields. */
	async notices(): Promise<string[]> {
		return await this.fields.locator('.notice').filter({ visible: true }).allInnerTexts();
	}

	/** The entries of the list that is open. */
	get entries(): Locator {
		return this.page.getByRole('option').filter({ visible: true });
	}

	private entry(name: string): Locator {
		return this.entries.filter({ has: this.page.getByText(name, { exact: true }) }).first();
	}

	/** Opens a drop-down list. A click does nothing while n8n loads its entries. */
	async open(name: string): Promise<void> {
		await eventually(async () => {
			await this.field(name).click();
			await this.entries.first().waitFor({ timeout: 3000 });
		});
	}

	/** Chooses from a drop-down list. */
	async choose(name: string, entry: string): Promise<void> {
		await this.open(name);
		await this.entry(entry).click();
	}

	/** Chooses from a drop-down list that is too long to look through: types first. */
	async find(name: string, entry: string): Promise<void> {
		await this.open(name);
		await this.page.keyboard.type(entry);
		await this.entry(entry).click();
	}

	/** Adds an optional field to a collection: "Filters", "Options" and the like. */
	async add(collection: string, field: string): Promise<void> {
		const label = this.page.getByTestId('input-label').getByText(collection, { exact: true });
		const item = this.fields.getByTestId('parameter-item').filter({ has: label });
		await item.getByTestId('collection-parameter-add').click();
		await this.entry(field).click();
	}

	/** A resource locator: a field that finds an event and the like in a list, by link or by id. Its list is part of it. */
	locator(name: string): Locator {
		return this.fields.getByTestId(`resource-locator-${name}`);
	}

	/** The entries of a resource locator's open list. */
	found(name: string): Locator {
		return this.locator(name).getByTestId('rlc-item');
	}

	/** What a resource locator's list shows in place of entries when they cannot be loaded. */
	refusal(name: string): Locator {
		return this.locator(name).getByTestId('rlc-error-container');
	}

	async openList(name: string): Promise<void> {
		await this.locator(name).getByTestId('rlc-input').click();
	}

	/** Searches a resource locator's open list. */
	async search(name: string, text: string): Promise<void> {
		await this.locator(name).getByTestId('rlc-search').fill(text);
	}

	/** Chooses what a search in a resource locator's list finds. */
	async chooseFromList(name: string, text: string): Promise<void> {
		await this.openList(name);
		await this.search(name, text);
		await this.found(name).filter({ hasText: text }).first().click();
	}

	/** Turns a field into an expression and types a text, which the expression then gives. */
	async expression(name: string, text: string): Promise<void> {
		const options = this.fields.getByTestId(`${name}-parameter-input-options-container`);
		await options.hover();
		await options.getByTestId('radio-button-expression').click();
		await this.type(name, text);
		// n8n takes what is typed with a delay; then it shows the result below.
		await this.fields.getByTestId(`parameter-expression-preview-${name}`).getByText(text).waitFor();
	}

	/** Replaces what is in a field with an editor of its own, such as JSON. */
	async type(name: string, text: string): Promise<void> {
		await this.field(name).locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+a');
		await this.page.keyboard.insertText(text);
	}

	/** Drags a column of the input, as the panel on the left shows its schema, onto a field, which then has this value. */
	async dropColumn(column: string, name: string, value: string): Promise<void> {
		const source = this.page.getByTestId('ndv-input-panel').getByTestId('run-data-schema-item').getByText(column, { exact: true }).first();
		await source.scrollIntoViewIfNeeded();
		await this.field(name).scrollIntoViewIfNeeded();
		const middle = async (one: Locator) => {
			const { x, y, width, height } = (await one.boundingBox())!;
			return [x + width / 2, y + height / 2] as const;
		};
		const { mouse } = this.page;
		await mouse.move(...(await middle(source)));
		await mouse.down();
		// n8n takes it for a drag only after some way.
		await mouse.move(...(await middle(this.field(name))), { steps: 20 });
		await mouse.up();
		await this.output.click({ position: { x: 20, y: 20 } });
		await this.fields.getByTestId(`parameter-expression-preview-${name}`).getByText(value).waitFor();
	}

	/** Runs the node alone. */
	async execute(): Promise<void> {
		await this.page.getByTestId('node-execute-button').click();
	}

	async close(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}
}
