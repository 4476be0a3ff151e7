using Interlock.Core.Contract;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>The robot's state out of a LeRobot observation: a number per motor, under <c>motor.pos</c>.</summary>
internal sealed class ObservationState(StateMapping mapping, SafetyContract contract)
{
    private const string Position = ".pos";

    private StateReader? _reader;

    /// <summary>The state in the contract's channels; empty where there is none.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT204: it is needed and not there, or of another length, or not finite.</exception>
    public double[] Read(TimedObservation observation)
    {
        IReadOnlyDictionary<string, WireValue> entries = observation.Observation.Entries;
        StateReader reader = _reader ?? new StateReader(mapping.Keys is null ? mapping with { Keys = Found(entries) } : mapping, contract);
        double[] state = reader.Read(key => entries.TryGetValue(key, out WireValue? value) ? value : null).ToArray();
        _reader = reader;
        return state;
    }

    // By the names of the contract's channels, else all motors in their order; other keys are looked for where there are none.
    private string[]? Found(IReadOnlyDictionary<string, WireValue> entries)
    {
        string?[] named = [.. contract.Channels.Select(channel => Key(channel.Name, entries))];
        if (mapping.Channels is null && !named.Contains(null))
        {
            return named!;
        }

        string[] motors = [.. entries.Keys.Where(key => key.EndsWith(Position, StringComparison.Ordinal))];
        return motors.Length > 0 ? motors : null;
    }

    private static string? Key(string channel, IReadOnlyDictionary<string, WireValue> entries) =>
        entries.ContainsKey(channel) ? channel : entries.ContainsKey(channel + Position) ? channel + Position : null;
}
