using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Two guards that differ in one thing and have to decide the same on one stream.</summary>
internal sealed class GuardPair
{
    private readonly SafetyContract _contract;
    private readonly SeededRandom _random;
    private readonly double[] _sent;
    private readonly double[] _sentByOther;
    private readonly double[] _action;

    public GuardPair(SafetyContract contract, SeededRandom random, ActionGuard guard, ActionGuard other)
    {
        _contract = contract;
        _random = random;
        Guard = guard;
        Other = other;
        _sent = new double[guard.ChannelCount];
        _sentByOther = new double[guard.ChannelCount];
        _action = new double[guard.ChannelCount];
    }

    public ActionGuard Guard { get; }

    public ActionGuard Other { get; }

    /// <summary>True compares what was sent; false what the contract allows.</summary>
    public bool CompareSent { get; init; } = true;

    public void Run(ulong index, int steps)
    {
        double[] measured = [.. _contract.Channels.Select(Measure)];
        Guard.BeginEpisode(measured);
        Other.BeginEpisode(measured);
        HostileStream stream = new(_contract, _random);
        double[] last = [.. measured];
        for (int step = 0; step < steps; step++)
        {
            stream.Next(last, _action);
            StepInput input = new() { AgeMs = _random.NextInt(12) == 0 ? 200 : 20, ForceN = _random.NextInt(20) == 0 ? -30 : 1 };
            StepResult result = Guard.Step(_action, input, _sent);
            StepResult byOther = Other.Step(_action, input, _sentByOther);
            Compare($"contract {index}, step {step}", result, byOther);
            Guard.GuardedCommand.CopyTo(last);
            Guard.ResetLatch();
            Other.ResetLatch();
        }

        Assert.Equal(Guard.EpisodeSummary().Channels, Other.EpisodeSummary().Channels);
    }

    private void Compare(string place, in StepResult result, in StepResult byOther)
    {
        bool same = Same(Guard.GuardedCommand, Other.GuardedCommand)
            && (!CompareSent || Same(_sent, _sentByOther))
            && Guard.LastInterventions.SequenceEqual(Other.LastInterventions)
            && result.Verdict == byOther.Verdict
            && result.ClipFraction.Equals(byOther.ClipFraction);
        Assert.True(same, $"{place}: {Describe(Guard, result)}\nbut {Describe(Other, byOther)}\n{string.Join('\n', _contract.Channels)}");
    }

    /// <summary>Mostly inside the bounds.</summary>
    private double Measure(ChannelContract channel)
    {
        double low = channel.Min ?? ((channel.Max ?? 0) - 5);
        double outside = _random.NextInt(8) == 0 ? 0.5 : 0;
        return _random.NextDouble(low - outside, (channel.Max ?? (low + 10)) + outside);
    }

    private static bool Same(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => a.SequenceEqual(b);

    private static string Describe(ActionGuard guard, in StepResult result) =>
        $"{result} allows {string.Join(' ', guard.GuardedCommand.ToArray())} for {string.Join(", ", guard.LastInterventions.ToArray())}";
}
