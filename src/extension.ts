import type * as vscode from 'vscode';
import * as archive from './archive';
import * as authoring from './authoring';
import * as compare from './compare';
import * as diagnostics from './diagnostics';
import * as exporting from './export';
import * as hedgedoc from './hedgedoc';
import * as outline from './outline';
import * as present from './present';
import * as preview from './preview';
import { createServices } from './services/services';

export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  preview.register(context, services);
  present.register(context, services);
  authoring.register(context, services);
  outline.register(context, services);
  diagnostics.register(context, services);
  exporting.register(context, services);
  archive.register(context, services);
  hedgedoc.register(context, services);
  compare.register(context, services);
}
