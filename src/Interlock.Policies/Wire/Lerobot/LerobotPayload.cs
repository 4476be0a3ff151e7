namespace Interlock.Policies.Wire.Lerobot;

/// <summary>The contents of the messages of LeRobot's asynchronous inference service, read in either generation and written in the chosen one.</summary>
public static class LerobotPayload
{
    private const byte PickleLead = 0x80;

    /// <summary>Tells the generation by the first bytes.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO039 when it is neither.</exception>
    public static PayloadGeneration Sniff(ReadOnlySpan<byte> payload) => payload switch
    {
        [] => PayloadGeneration.Empty,
        [PickleLead, ..] => PayloadGeneration.Pickle,
        _ when JsonSafetensors.IsLikely(payload) => PayloadGeneration.JsonSafetensors,
        _ => throw WireError.At(
            WireCodes.UnknownGeneration,
            "lerobot",
            0,
            $"the payload begins with 0x{payload[0]:x2}: neither a pickle nor JSON with safetensors",
            "compare the LeRobot version of the peer with docs/wire.md"),
    };

    /// <summary>Reads the chunk of a GetActions reply; empty when the reply is. Actions are slices of the payload.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001–PO040: refused, with the reason.</exception>
    public static IReadOnlyList<TimedAction> ReadActions(ReadOnlyMemory<byte> payload) => Sniff(payload.Span) switch
    {
        PayloadGeneration.Empty => [],
        PayloadGeneration.Pickle => LerobotPickle.ReadActions(payload),
        _ => JsonSafetensors.ReadActions(payload),
    };

    /// <summary>Reads an observation. Images are slices of the payload.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001–PO040: refused, with the reason.</exception>
    public static TimedObservation ReadObservation(ReadOnlyMemory<byte> payload) =>
        RequireContent(payload) == PayloadGeneration.Pickle ? LerobotPickle.ReadObservation(payload) : JsonSafetensors.ReadObservation(payload);

    /// <summary>Reads a policy setup.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO001–PO040: refused, with the reason.</exception>
    public static PolicySetup ReadPolicySetup(ReadOnlyMemory<byte> payload) =>
        RequireContent(payload) == PayloadGeneration.Pickle ? LerobotPickle.ReadPolicySetup(payload) : JsonSafetensors.ReadPolicySetup(payload);

    /// <summary>Appends an observation.</summary>
    public static void Write(TimedObservation observation, PayloadGeneration generation, WireBuffer buffer)
    {
        if (RequireWritable(generation))
        {
            LerobotPickle.Write(observation, buffer);
        }
        else
        {
            JsonSafetensors.Write(observation, buffer);
        }
    }

    /// <summary>Appends a policy setup.</summary>
    public static void Write(PolicySetup setup, PayloadGeneration generation, WireBuffer buffer)
    {
        if (RequireWritable(generation))
        {
            LerobotPickle.Write(setup, buffer);
        }
        else
        {
            JsonSafetensors.Write(setup, buffer);
        }
    }

    /// <summary>Appends a chunk; each action as float32 [D].</summary>
    public static void Write(IReadOnlyList<TimedAction> actions, PayloadGeneration generation, WireBuffer buffer)
    {
        if (RequireWritable(generation))
        {
            LerobotPickle.Write(actions, buffer);
        }
        else
        {
            JsonSafetensors.Write(actions, buffer);
        }
    }

    private static PayloadGeneration RequireContent(ReadOnlyMemory<byte> payload) => Sniff(payload.Span) is var generation and not PayloadGeneration.Empty
        ? generation
        : throw WireError.Truncated("lerobot", 0, 1, 0);

    private static bool RequireWritable(PayloadGeneration generation) => generation switch
    {
        PayloadGeneration.Pickle => true,
        PayloadGeneration.JsonSafetensors => false,
        _ => throw new ArgumentOutOfRangeException(nameof(generation)),
    };
}
