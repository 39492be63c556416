# Installs what FROM/package-lock.json pins into TO/node_modules: cmake -DNPM=… -DFROM=… -DTO=… -P this.
# HINT: what else can be done when the registry is out of reach. Scripts of packages are not run.
file(COPY ${FROM}/package.json ${FROM}/package-lock.json DESTINATION ${TO})
execute_process(
  COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
  WORKING_DIRECTORY ${TO} RESULT_VARIABLE ended OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT ended EQUAL 0)
  # Of a page of Node's own troubles, the line that says what failed.
  string(REGEX MATCH "npm error [^\n]*" reason "${said}")
  string(REGEX MATCH "request to [^\n]*" request "${said}")
  if(request)
    set(reason "${request}")
  endif()
  message(FATAL_ERROR "npm did not install the packages of ${FROM}/package-lock.json: ${reason}. "
                      "It needs its registry the first time. ${HINT}")
endif()
