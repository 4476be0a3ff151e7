// Guards a few actions of an arm. Usage: guard_an_arm CONTRACT
#include <cmath>
#include <iostream>

#include "interlock.hpp"

int main(int argc, char **argv) {
  try {
    interlock::Guard guard = interlock::Guard::from_file(argc > 1 ? argv[1] : "robot.contract.yaml");
    guard.begin_episode({0, 0, 0, 0, 0, 0, 0.04});
    std::vector<double> safe;
    for (const std::vector<double> &action : std::vector<std::vector<double>>{
             {0.01, 0, 0, 0, 0, 0, 0.04}, {2.00, 0, 0, 0, 0, 0, 0.04}, {0.03, NAN, 0, 0, 0, 0, 0.04}}) {
      il_result result = guard.step(action, safe, interlock::Input().latency_ms(12));
      if (!result.has_command) continue;  // nothing may be sent
      std::cout << "step " << result.step << ": " << safe[0] << " rad\n";
      for (int i = 0; i < result.intervention_count; i++) std::cout << "  " << guard.explain(static_cast<std::size_t>(i)) << "\n";
    }
    std::cout << "library " << interlock::version() << ", report of " << guard.report().size() << " bytes\n";
  } catch (const interlock::Error &error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
