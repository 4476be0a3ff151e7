using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>The robot's state out of the fields of a request, in the contract's channels.</summary>
internal sealed class StateReader(StateMapping mapping, SafetyContract contract)
{
    private readonly double[] _numbers = new double[StateMapping.LongestState];
    private readonly double[] _state = new double[contract.Channels.Count];

    // A displacement or a velocity is limited from zero, and a gripper alone is not worth refusing a request.
    private readonly bool _isNeeded =
        contract.Reference == ActionReference.RelativeChunk
        || contract.Channels.Any(channel => !contract.CommandsRate(channel) && channel.Role != ChannelRole.Gripper);

    /// <summary>The state, valid until the next call; empty where there is none.</summary>
    /// <exception cref="DiagnosticException">RT204: it is needed and not there, or of another length, or not finite.</exception>
    public ReadOnlySpan<double> Read(Func<string, WireValue?> field)
    {
        IReadOnlyList<string>? keys = mapping.Keys ?? StateMapping.KnownKeys.FirstOrDefault(set => set.All(key => field(key) is not null));
        if (keys is not { Count: > 0 })
        {
            return keys is null && _isNeeded ? throw Missing("the request has none of the known keys of a state") : default;
        }

        int count = 0;
        foreach (string key in keys)
        {
            count += Take(field(key) ?? throw Missing($"the request has no entry `{key}`"), key, _numbers.AsSpan(count));
        }

        return Chosen(_numbers.AsSpan(0, count));
    }

    private ReadOnlySpan<double> Chosen(ReadOnlySpan<double> numbers)
    {
        int wanted = mapping.Channels?.Count ?? numbers.Length;
        if (wanted != _state.Length)
        {
            return _isNeeded || mapping.Keys is not null
                ? throw Missing($"the state has {wanted} values; the contract has {_state.Length} channels")
                : default;
        }

        for (int i = 0; i < _state.Length; i++)
        {
            int place = mapping.Channels?[i] ?? i;
            _state[i] = place < numbers.Length && double.IsFinite(numbers[place])
                ? numbers[place]
                : throw Missing($"value {place} of the state is missing or not finite");
        }

        return _state;
    }

    private static int Take(WireValue value, string key, Span<double> room)
    {
        switch (value)
        {
            case WireValue.Array { Value: var array } when array.ElementCount <= room.Length:
                array.CopyTo(room);
                return array.ElementCount;
            case WireValue.List { Items: var items } when items.Count <= room.Length:
                for (int i = 0; i < items.Count; i++)
                {
                    Take(items[i] is WireValue.List ? WireValue.None : items[i], key, room.Slice(i, 1));
                }

                return items.Count;
            case WireValue.Scalar scalar:
                return Take(scalar.Value, key, room);
            case WireValue.Number number when room.Length > 0:
                room[0] = number.Value;
                return 1;
            case WireValue.Integer whole when room.Length > 0:
                room[0] = (double)whole.Value;
                return 1;
            default:
                throw Missing($"the entry `{key}` is no list of numbers");
        }
    }

    private static DiagnosticException Missing(string message) => ProxyError.Of(
        ProxyCodes.NoState,
        "request",
        message,
        "say with --state and --state-channels where it is, in the contract's channels, order and units; --state none guards without it");
}
