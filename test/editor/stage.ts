import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import type { Simulator } from '../simulator';
import type { Check } from '../n8n/check';
import type { Credential } from '../n8n/editor';
import { lumaCredential } from '../n8n/luma';
import type { RunningN8n } from '../n8n/n8n';
import { chain, manualTrigger, type Workflow } from '../n8n/workflow';
import { NodeView } from './nodeView';

/** A file in `parts/`. */
export interface Part {
	name: string;
	run(stage: Stage, check: Check): Promise<void>;
}

/** What the parts of one run share: an n8n with the package, a Luma, and a browser's page signed in to n8n. */
export class Stage {
	readonly view: NodeView;

	private stored?: Promise<Credential>;

	constructor(
		readonly n8n: RunningN8n,
		readonly simulator: Simulator,
		readonly page: Page,
	) {
		this.view = new NodeView(page);
	}

	/** Signs in by the form, as the owner. */
	async signIn(): Promise<void> {
		const { page, n8n } = this;
		await page.goto(`${n8n.url}/signin`);
		await page.getByTestId('emailOrLdapLoginId').locator('input').fill(n8n.login.email);
		await page.getByTestId('password').locator('input').fill(n8n.login.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL(({ pathname }) => pathname !== '/signin');
	}

	/** A credential for the simulator, for the parts that are not about making one. */
	async credential(): Promise<Credential> {
		return await (this.stored ??= lumaCredential(this.n8n, this.simulator.url));
	}

	/** Opens a new, empty workflow. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.n8n.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-button').waitFor();
	}

	/** Stores a workflow and opens it; returns its id. */
	async openWorkflow(workflow: Workflow): Promise<string> {
		const id = await this.n8n.createWorkflow(workflow);
		await this.page.goto(`${this.n8n.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		return id;
	}

	/** Stores a workflow and opens one of its nodes; returns the workflow's id. */
	async openNodeOf(workflow: Workflow, { id: nodeId }: INode): Promise<string> {
		const id = await this.n8n.createWorkflow(workflow);
		await this.page.goto(`${this.n8n.url}/workflow/${id}/${nodeId}`);
		await this.view.fields.waitFor();
		return id;
	}

	/** The same with a workflow of this node after a manual trigger. */
	async openNode(node: INode): Promise<string> {
		return await this.openNodeOf(chain(node.name, [manualTrigger(), node]), node);
	}
}
