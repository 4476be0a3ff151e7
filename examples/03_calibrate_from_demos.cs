#:project ../src/Interlock.Guard/Interlock.Guard.csproj
#:project ../src/Interlock.Simulation/Interlock.Simulation.csproj

// Demonstrations in, contract and calibration out; the claim is printed beside what unseen episodes gave.
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Report;
using Interlock.Simulation.Episodes;

CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(
    new DemonstrationGenerator(50, seed: 1),
    new CalibrationOptions { Name = "table-arm", Guarantee = CoverageGuarantee.Step, Alpha = 0.1 });

Console.WriteLine(outcome.Report.Coverage.Words);
Console.WriteLine($"held out: {outcome.Report.HoldoutCoverage.Value:P1} of steps inside");
foreach (ChannelReport channel in outcome.Report.Channels)
{
    Console.WriteLine($"{channel.Name,-14} {channel.Min,8:0.000} .. {channel.Max,7:0.000} {channel.Unit}, at most {channel.MaxStep:0.0000} per step");
}

ActionGuard guard = new(outcome.Contract, new ActionGuardOptions { Calibration = outcome.Calibration });
Console.WriteLine($"{guard.Monitors.Count} monitors, {guard.Alarms.Count} alarms: {string.Join(", ", guard.Alarms.Select(alarm => alarm.Name))}");
