/* Stands in for the file manager of Windows in windows.sh: starts the command line behind its own name, and waits for it. */
#include <windows.h>
#include <stdlib.h>
int wmain(void) {
  /* what comes behind our own name, which has no space */
  wchar_t *line = GetCommandLineW();
  if (*line == L'"') { line++; while (*line && *line != L'"') line++; if (*line) line++; } else while (*line && *line != L' ') line++;
  while (*line == L' ') line++;
  STARTUPINFOW start = {0}; PROCESS_INFORMATION process; DWORD code = 98;
  start.cb = sizeof start;
  if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) return 97;
  WaitForSingleObject(process.hProcess, INFINITE);
  GetExitCodeProcess(process.hProcess, &code);
  return code;
}
