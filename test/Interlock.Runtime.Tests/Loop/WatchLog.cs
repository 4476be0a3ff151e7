using Interlock.Core.Contract;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Tests.Soak;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Holds every command against the contract and keeps the first channel's.</summary>
internal sealed class WatchLog(SafetyContract contract) : ITickLog
{
    private readonly ContractWatch _watch = new(contract);

    public bool HasFailed => false;

    /// <summary>Commands as they were sent, NaN where nothing was.</summary>
    public List<double> Commands { get; } = [];

    public string? Violation => _watch.Violation;

    public void Write(in TickView tick)
    {
        _watch.Observe(tick);
        Commands.Add(tick.Command.IsEmpty ? double.NaN : tick.Command[0]);
    }
}
