using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;

namespace Interlock.Runtime.Replay;

/// <summary>Which channel of a recording is which of a contract: by name, never by place.</summary>
internal sealed class ChannelOrder
{
    private readonly int[] _recorded;

    private ChannelOrder(int[] recorded, SafetyContract contract)
    {
        _recorded = recorded;
        Contract = contract;
    }

    public SafetyContract Contract { get; }

    /// <exception cref="DiagnosticException">RT181: names or units differ.</exception>
    public static ChannelOrder Between(FlightLayout layout, SafetyContract contract)
    {
        List<string> names = [.. layout.Channels];
        DiagnosticCollector findings = new();
        int[] recorded = [.. contract.Channels.Select(channel => names.IndexOf(channel.Name))];
        foreach (string name in names.Where(name => !contract.Channels.Any(channel => channel.Name == name)))
        {
            findings.Error("RT181", $"the recording has a channel '{name}' that contract '{contract.Name}' does not have", hint: "name a contract for the same channels");
        }

        for (int i = 0; i < recorded.Length; i++)
        {
            ChannelContract channel = contract.Channels[i];
            if (recorded[i] < 0)
            {
                findings.Error("RT181", $"contract '{contract.Name}' has a channel '{channel.Name}' that was not recorded; the recording has {string.Join(", ", names)}", hint: "name a contract for the same channels");
            }
            else if (layout.Units[recorded[i]] != channel.Unit)
            {
                findings.Error("RT181", $"channel '{channel.Name}' was recorded in '{layout.Units[recorded[i]].Symbol}', contract '{contract.Name}' has it in '{channel.Unit.Symbol}'", hint: "state the limits in the recorded unit");
            }
        }

        findings.ThrowIfErrors();
        return new ChannelOrder(recorded, contract);
    }

    /// <summary>A recorded row in the contract's order; empty for a row that was not recorded.</summary>
    public ReadOnlySpan<double> ToContract(double[]? row, double[] target)
    {
        if (row is null)
        {
            return default;
        }

        for (int i = 0; i < target.Length; i++)
        {
            target[i] = row[_recorded[i]];
        }

        return target;
    }

    /// <summary>A row of the contract's order as the recording has it.</summary>
    public void ToRecording(double[] row, double[] target)
    {
        for (int i = 0; i < row.Length; i++)
        {
            target[_recorded[i]] = row[i];
        }
    }

    /// <summary>Name of a channel by its place in the recording.</summary>
    public string NameInRecording(int place) => Contract.Channels[Array.IndexOf(_recorded, place)].Name;
}
