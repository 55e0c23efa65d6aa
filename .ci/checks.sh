# shellcheck shell=bash
# Counting checks, for the scripts beside this file. Source it.

passed=0
failed=0

pass() { passed=$((passed + 1)); echo "  ok      $1"; }
fail() { failed=$((failed + 1)); echo "  FAILED  $1"; }
skip() { echo "  skipped $1"; } # what can't be checked here; counts as nothing

# Nothing that is checked takes longer: what does hangs. Unit: as timeout(1) takes it.
longest=15m

# within_reason COMMAND...: the command, ended when it takes too long.
within_reason() { timeout --foreground --kill-after=10 "$longest" "$@"; }

# check NAME COMMAND...: one check, passed when COMMAND succeeds. What it prints is shown when it fails.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    pass "$name"
  else
    fail "$name"
    printf '%s\n' "$output" | tail -n 60 | sed 's/^/          /'
    return 1
  fi
}

# until_true SECONDS COMMAND...: waits for COMMAND to succeed.
until_true() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

# check_file NAME FILE REGEX: the file comes to have a line like that. It waits as long as $patience says, in seconds.
check_file() {
  if until_true "$patience" grep -qsE -- "$3" "$2"; then pass "$1"; else
    fail "$1: no /$3/ in $2:"
    tail -n 25 "$2" 2>/dev/null | sed 's/^/          | /'
  fi
}

# A port that nothing listens on; the server takes it a moment later.
free_port() {
  local port
  while port=$((20000 + RANDOM)); nc -z 127.0.0.1 "$port" 2>/dev/null; do :; done
  echo "$port"
}

# The test command that README.md tells newcomers, and every test it ran counted as one check.
test_as_in_readme() {
  local log=$1 command code
  command=$(grep -m1 '^dotnet test' README.md) || { fail "README.md names the command that runs the tests"; return; }
  echo "  ...     $command"
  : >"$log"
  # Not through a pipe: what the build leaves running would keep it open.
  within_reason bash -c "$command" >"$log" 2>&1 &
  tail -n +1 -f --pid=$! "$log" | grep --line-buffered -E '^(Passed|Failed)! ' | sed -u 's/^/          /'
  wait $!
  code=$?
  passed=$((passed + $(sum_of Passed "$log")))
  failed=$((failed + $(sum_of Failed "$log")))

  # A run that broke off reports no failed test, but its exit code does.
  if ((code == 0)); then
    pass "every test project ran to its end"
    return
  fi
  grep -q '^Failed! ' "$log" || fail "every test project ran to its end"
  grep -vE '^\s*$|^(Test run for|A total of|Passed!)' "$log" | tail -n 80 | sed 's/^/          /'
}

# sum_of Passed|Failed LOG: the sum of that number over the summary lines of all test projects.
sum_of() {
  grep -E '^(Passed|Failed)! ' "$2" | grep -oE "$1: +[0-9]+" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'
}

# run_checks_of LOG SCRIPT ARGUMENTS...: a script with checks of its own; its "N passed, N failed" is added to ours.
run_checks_of() {
  local last
  local output=$1
  shift
  within_reason "$@" 2>&1 | tee "$output" | grep -vE '^[0-9]+ passed, [0-9]+ failed$'
  last=$(tail -n 1 "$output")
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
  else
    fail "$1 ran to its end"
  fi
}

summary() {
  echo "$passed passed, $failed failed"
  ((failed == 0 && passed > 0))
}
