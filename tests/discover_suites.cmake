# Writes what ctest reads of a test program: every suite of its tests is one ctest test, run by one
# process (a process of its own takes longer to begin than most tests take). Of suites that match
# APART every test is one: what they test keeps its state as long as the process lives.
#   cmake -DPROGRAM=path -DNAME=folder -DAPART=regex -DOUT=file -P discover_suites.cmake
execute_process(COMMAND ${PROGRAM} --gtest_list_tests OUTPUT_VARIABLE listed
                COMMAND_ERROR_IS_FATAL ANY)
set(text "")
# Named as gtest names it, e.g. Suite.* or Suite.Test.
function(add name filter)
  string(APPEND text "add_test(\"${NAME}/${name}\" \"${PROGRAM}\" \"--gtest_filter=${filter}\")\n"
                     "set_tests_properties(\"${NAME}/${name}\" PROPERTIES TIMEOUT 900)\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

string(REGEX REPLACE " *#[^\n]*" "" listed "${listed}")
string(REGEX MATCHALL "[^\n]+" lines "${listed}")
foreach(line IN LISTS lines)
  if(line MATCHES "^([A-Za-z0-9_/]+)\\.$")
    set(suite ${CMAKE_MATCH_1})
    if(NOT APART OR NOT suite MATCHES "${APART}")
      add(${suite} "${suite}.*")
    endif()
  elseif(APART AND line MATCHES "^  ([^ ]+)$" AND suite MATCHES "${APART}")
    string(REGEX MATCH "[^ ]+" test "${line}")
    add(${suite}.${test} "${suite}.${test}")
  endif()
endforeach()
if(text STREQUAL "")
  message(FATAL_ERROR "${PROGRAM} has no tests")
endif()
file(WRITE ${OUT} "${text}")
