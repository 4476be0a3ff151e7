#:project ../src/Interlock.Guard/Interlock.Guard.csproj
#:project ../src/Interlock.Simulation/Interlock.Simulation.csproj

// A policy that begins to tremble: hardly a limit is broken, yet an alarm says so.
using Interlock.Core.Episodes;
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Simulation.Episodes;

DemonstrationGenerator demonstrations = new(50, seed: 1);
CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(demonstrations, new CalibrationOptions { Alpha = 0.1 });
ActionGuard guard = new(outcome.Contract, new ActionGuardOptions { Calibration = outcome.Calibration });
int reversals = guard.Monitors.Select(monitor => monitor.Name).ToList().IndexOf("reversal_rate");

Episode episode = demonstrations.ReadEpisodes().First();
double[] safe = new double[guard.ChannelCount];
guard.BeginEpisode(episode.Action(0));
for (int step = 0; step < episode.Length; step++)
{
    double[] action = episode.Action(step).ToArray();
    double tremor = step < 100 ? 0 : 0.01 * (step % 2 == 0 ? 1 : -1);
    action[1] += tremor;
    action[2] -= tremor;
    guard.Step(action, safe);
    foreach (int fired in guard.LastAlarms)
    {
        Console.WriteLine($"step {step}: {guard.Alarms[fired].Code} {guard.Alarms[fired].Name}, reversal rate {guard.MonitorValue(reversals):0.00}");
    }
}

Console.WriteLine($"the tremor began at step 100; {guard.EpisodeSummary().Clipped} commands were clipped");
