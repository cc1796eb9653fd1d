// Starts `mtvp lsp` and lets it speak with the editor. Everything that is known of plans and regioplannen is known there.
'use strict';

const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

/** @type {LanguageClient | undefined} */
let client;

function settings() {
  const found = vscode.workspace.getConfiguration('mtvp');
  const language = found.get('language', 'auto');
  const own = vscode.env.language.startsWith('nl') ? 'nl' : 'en';
  return { program: found.get('program', 'mtvp'), language: language === 'auto' ? own : language };
}

async function start() {
  const { program, language } = settings();
  const run = { command: program, args: ['lsp', '--lang', language], transport: TransportKind.stdio };
  client = new LanguageClient('mtvp', 'mtvp', { run, debug: run }, {
    documentSelector: [
      { scheme: 'file', language: 'regioplan' },
      { scheme: 'file', language: 'yaml' },
      { scheme: 'untitled', language: 'regioplan' },
      { scheme: 'untitled', language: 'yaml' },
    ],
  });
  try {
    await client.start();
  } catch {
    client = undefined;
    const open = vscode.l10n.t('Open the settings');
    const said = vscode.l10n.t('The program “{0}” cannot be started. Install mtvp, or say where it is in the settings.', program);
    const chosen = await vscode.window.showErrorMessage(said, open);
    if (chosen === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'mtvp.program');
    }
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function activate(context) {
  const again = async () => {
    await stop();
    await start();
  };
  const changed = (event) => event.affectsConfiguration('mtvp.program') || event.affectsConfiguration('mtvp.language');
  context.subscriptions.push(
    vscode.commands.registerCommand('mtvp.herstart', again),
    vscode.workspace.onDidChangeConfiguration((event) => (changed(event) ? again() : undefined)),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
