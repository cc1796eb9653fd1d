-- What tests/conformance/neovim.sh runs in Neovim: each ability of `mtvp lsp`, by the language client of Neovim itself.

local done, failed = 0, 0

local function check(what, good, found)
  if good then
    done = done + 1
    io.stdout:write('goed: ' .. what .. '\n')
  else
    failed = failed + 1
    io.stdout:write('FOUT: ' .. what .. ': ' .. vim.inspect(found) .. '\n')
  end
end

local function start(buffer)
  local config = { name = 'mtvp', cmd = { vim.env.MTVP, 'lsp', '--lang', 'nl' }, root_dir = vim.fn.getcwd() }
  if vim.lsp.start then
    return vim.lsp.start(config, { bufnr = buffer })
  end
  _G.client = _G.client or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, _G.client)
  return _G.client
end

local function open(path)
  vim.cmd('edit ' .. path)
  local buffer = vim.api.nvim_get_current_buf()
  local id = start(buffer)
  vim.wait(10000, function() return vim.lsp.get_client_by_id(id) and vim.lsp.get_client_by_id(id).initialized end, 20)
  return buffer
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

-- The line of a text and the column behind it, from 0.
local function place(buffer, part)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local _, last = line:find(part, 1, true)
    if last then
      return { line = number - 1, character = vim.str_utfindex and select(2, vim.str_utfindex(line, last)) or last }
    end
  end
  error('no ' .. part)
end

local function ask(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000) or {}
  for _, answer in pairs(answers) do
    return answer.result, answer.error
  end
end

local function at(buffer, part)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) }, position = place(buffer, part) }
end

local function document(buffer)
  return { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
end

local function has(list, test)
  for _, one in ipairs(list or {}) do
    if test(one) then return true end
  end
  return false
end

local function findings(buffer, test)
  local function good() return has(vim.diagnostic.get(buffer), test) end
  return vim.wait(20000, good, 20), vim.diagnostic.get(buffer)
end

local function replace(buffer, old, new)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local first, last = line:find(old, 1, true)
    if first then
      return vim.api.nvim_buf_set_text(buffer, number - 1, first - 1, number - 1, last, { new })
    end
  end
  error('no ' .. old)
end

local function all()
  -- A plan.
  local plan = open('plannen/de-linde.yaml')
  replace(plan, 'ingediend:', 'ingedient:')
  check('bevindingen tijdens het schrijven', findings(plan, function(one) return one.message:find('ingedient', 1, true) end))
  local actions = ask(plan, 'textDocument/codeAction', vim.tbl_extend('force', document(plan), {
    range = { start = place(plan, 'ingedient'), ['end'] = place(plan, 'ingedient') }, context = { diagnostics = {} },
  }))
  check('verbetering', has(actions, function(one) return one.title:find('ingediend', 1, true) end), actions)
  for _, action in ipairs(actions or {}) do
    if action.title:find('ingediend', 1, true) then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
  check('verbetering toegepast', text(plan):find('ingediend:', 1, true), text(plan))
  local items = ask(plan, 'textDocument/completion', at(plan, '      taakherschikking'))
  check('aanvullen van een interventie', has(items, function(one) return one.label == 'trieren' end), items)
  items = ask(plan, 'textDocument/completion', at(plan, 'taakherschikking: nieuw'))
  check('aanvullen van een soort', has(items, function(one) return one.label == 'nieuw' end), items)
  local hover = ask(plan, 'textDocument/hover', at(plan, '      flexibele-con'))
  check('uitleg', hover and hover.contents.value:find('flexibele%-consultduur'), hover)
  local there = ask(plan, 'textDocument/definition', at(plan, '      flexibele-con'))
  check('naar de interventie', there and there.uri:find('2.8.regioplan', 1, true), there)
  local symbols = ask(plan, 'textDocument/documentSymbol', document(plan))
  check('delen', has(symbols, function(one) return one.name == 'jaren' end), symbols)
  local folds = ask(plan, 'textDocument/foldingRange', document(plan))
  check('vouwen', folds and #folds > 2, folds)

  -- A regioplan, with its register.
  local rules = open('regels/2.8.regioplan')
  replace(rules, 'regel aw-jaar-3', 'regl aw-jaar-3')
  check('fouten in een regioplan', findings(rules, function(one) return one.message:find('regl', 1, true) end))
  check('een plan bij een kapot regioplan', findings(plan, function(one) return one.message:find('2.8.regioplan', 1, true) end))
  local here = place(rules, 'regl aw-jaar-3')
  here.character = 2
  actions = ask(rules, 'textDocument/codeAction', vim.tbl_extend('force', document(rules), {
    range = { start = here, ['end'] = here }, context = { diagnostics = {} },
  }))
  check('verbetering in een regioplan', has(actions, function(one) return one.title:find('regel', 1, true) end), actions)
  replace(rules, 'regl aw-jaar-3', 'regel  aw-jaar-3')
  local edits = ask(rules, 'textDocument/formatting', vim.tbl_extend('force', document(rules), {
    options = { tabSize = 2, insertSpaces = true },
  }))
  check('opmaak', edits and #edits == 1, edits)
  vim.lsp.util.apply_text_edits(edits or {}, rules, 'utf-16')
  items = ask(rules, 'textDocument/completion', at(rules, 'hoort bij kernelement '))
  check('aanvullen van een kernelement', has(items, function(one) return one.label == 'anders-werken' end), items)
  items = ask(rules, 'textDocument/completion', at(rules, '  hoort '))
  check('aanvullen van een woord', has(items, function(one) return one.label == 'bij' end), items)
  items = ask(rules, 'textDocument/completion', at(rules, '  bron '))
  check('aanvullen van een bron', has(items, function(one) return one.label == 'RED-34' end), items)
  hover = ask(rules, 'textDocument/hover', at(rules, 'regel aw-jaar-3'))
  check('uitleg van een regel', hover and hover.contents.value:find('Deze regel geldt', 1, true), hover)
  there = ask(rules, 'textDocument/definition', at(rules, 'RED-34'))
  check('naar de uitspraak', there and there.uri:find('2.8.bronnen', 1, true), there)
  local references = ask(rules, 'textDocument/references', vim.tbl_extend('force', at(rules, 'interventie trieren'), {
    context = { includeDeclaration = true },
  }))
  check('verwijzingen', has(references, function(one) return one.uri:find('/2.8/', 1, true) end), references)
  local tokens = ask(rules, 'textDocument/semanticTokens/full', document(rules))
  check('kleuren', tokens and #tokens.data > 100 and #tokens.data % 5 == 0, tokens and #tokens.data)
  local hints = ask(rules, 'textDocument/inlayHint', vim.tbl_extend('force', document(rules), {
    range = { start = { line = 0, character = 0 }, ['end'] = { line = 9999, character = 0 } },
  }))
  check('wat een bron zegt', hints and #hints > 10 and type(hints[1].label) == 'string', hints)
  local lenses = ask(rules, 'textDocument/codeLens', document(rules))
  check('voorbeelden boven een regel', has(lenses, function(one) return one.command.arguments[2] == 'aw-jaar-3' end), lenses)
  local ran = ask(rules, 'workspace/executeCommand', lenses and lenses[1] and lenses[1].command)
  check('voorbeelden geprobeerd', ran and ran.examples > 0 and ran.agreeing == ran.examples, ran)
  lenses = ask(rules, 'textDocument/codeLens', document(rules))
  check('wat ervan kwam', has(lenses, function(one) return one.command.title:find('klop', 1, true) end), lenses)
  local edit, refused = ask(rules, 'textDocument/rename', vim.tbl_extend('force', at(rules, 'interventie trieren'), { newName = 'Anders!' }))
  check('geen naam', not edit and refused and refused.message:find('kan geen naam zijn', 1, true), refused)
  edit = ask(rules, 'textDocument/rename', vim.tbl_extend('force', at(rules, 'interventie trieren'), { newName = 'anders-trieren' }))
  check('een andere naam', edit and edit.changes, edit)
  if edit then vim.lsp.util.apply_workspace_edit(edit, 'utf-16') end
  check('een andere naam toegepast', text(rules):find('interventie anders-trieren', 1, true), nil)
  symbols = ask(rules, 'textDocument/documentSymbol', document(rules))
  check('delen van een regioplan', has(symbols, function(one) return one.name:find('regel aw-jaar-3', 1, true) end), symbols)
  folds = ask(rules, 'textDocument/foldingRange', document(rules))
  check('vouwen van een regioplan', folds and #folds > 10, folds)

  -- The register by itself.
  local register = open('regels/2.8.bronnen')
  items = ask(register, 'textDocument/completion', at(register, '  '))
  check('aanvullen in een register', has(items, function(one) return one.label == 'zegt' end), items)
  references = ask(register, 'textDocument/references', vim.tbl_extend('force', at(register, 'bron RED-34'), {
    context = { includeDeclaration = false },
  }))
  check('verwijzingen naar een uitspraak', has(references, function(one) return one.uri:find('2.8.regioplan', 1, true) end), references)
end

local good, why = xpcall(all, debug.traceback)
if not good then
  failed = failed + 1
  io.stdout:write('FOUT: ' .. tostring(why) .. '\n')
end
io.stdout:write(string.format('\nNeovim %s: %d goed, %d fout\n', tostring(vim.version().major) .. '.' .. vim.version().minor, done, failed))
vim.lsp.stop_client(vim.lsp.get_active_clients and vim.lsp.get_active_clients() or vim.lsp.get_clients())
vim.wait(500, function() return false end, 50)
vim.cmd(failed > 0 and 'cquit 1' or 'qall!')
