#:project ../src/Interlock.Guard/Interlock.Guard.csproj

// A contract in code, a guard, and three actions: one fine, one too far, one that is not a number.
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard;
using Interlock.Guard.Interventions;

SafetyContract contract = new()
{
    Name = "one-joint",
    RateHz = 30,
    Channels = [new ChannelContract { Name = "elbow", Unit = ChannelUnit.Degree, Min = -90, Max = 90, MaxStep = 4 }],
};
ActionGuard guard = new(contract);
guard.BeginEpisode(measured: [10]);

double[] safe = new double[1];
foreach (double raw in new[] { 12, 120, double.NaN })
{
    StepResult result = guard.Step([raw], safe);
    Console.WriteLine($"raw {raw,5} -> sent {safe[0],5} ({result.Verdict})");
    foreach (Intervention item in guard.LastInterventions)
    {
        Console.WriteLine($"  {guard.Explain(item)}");
    }
}
