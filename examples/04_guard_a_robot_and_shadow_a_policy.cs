#:project ../src/Interlock.Guard/Interlock.Guard.csproj

// One line around the robot's send function; and the same contract in shadow, which changes nothing and reports everything.
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard;
using Interlock.Guard.Wrappers;

SafetyContract contract = new()
{
    Name = "one-joint",
    RateHz = 10,
    Channels = [new ChannelContract { Name = "elbow", Unit = ChannelUnit.Radian, Min = -1, Max = 1, MaxStep = 0.1 }],
};

double position = 0.5;
GuardedRobot robot = new(
    send: command => position = command[0],
    new ActionGuard(contract),
    readState: measured => { measured[0] = position; return true; });
GuardedPolicy<double> shadow = new(time => [Math.Sin(3 * time)], new ActionGuard(contract with { Mode = GuardMode.Monitor }));

for (int step = 0; step < 6; step++)
{
    double[] raw = shadow.Act(0.1 * step)!;
    StepResult sent = robot.Send(raw);
    Console.WriteLine($"policy {raw[0],6:0.000}  shadow would {shadow.LastResult.Verdict,-5} robot got {position,6:0.000} ({sent.Verdict})");
}

Console.WriteLine($"interventions: {robot.Guard.EpisodeSummary().Clipped} of {robot.Guard.EpisodeSummary().Steps} steps");
