using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;

namespace Interlock.Policies.Remote.OpenPi;

/// <summary>What an openpi server tells of the time it took.</summary>
internal static class OpenPiTiming
{
    // The model's own time where it is told, else that of the server around it.
    public static double? InferenceMs(ReadOnlyMemory<byte> reply) =>
        MsgpackNumpy.Decode(reply) is WireValue.Map map ? Of(map, "policy_timing") ?? Of(map, "server_timing") : null;

    private static double? Of(WireValue.Map map, string key) =>
        map.Entries.GetValueOrDefault(key) is WireValue.Map timing && timing.Entries.GetValueOrDefault("infer_ms") is WireValue.Number { Value: var ms } && ms >= 0
            ? ms
            : null;
}
