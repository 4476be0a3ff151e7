using System.Collections.Frozen;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>What an allowed name stands for. None of them is Python code here: each is one shape of data.</summary>
internal enum PickleGlobalKind
{
    Message,
    NdarrayReconstruct,
    NdarrayFromBuffer,
    NdarrayClass,
    DtypeClass,
    TensorRebuild,
    StorageLoad,
    FloatStorage,
    OrderedDict,
}

/// <summary>One name of the closed list that a pickle may refer to.</summary>
internal sealed record PickleGlobal(string Name, PickleGlobalKind Kind)
{
    public const string HelpersModule = "lerobot.async_inference.helpers";

    private static readonly FrozenDictionary<string, PickleGlobal> Allowed = new PickleGlobal[]
    {
        new($"{HelpersModule}.RemotePolicyConfig", PickleGlobalKind.Message),
        new($"{HelpersModule}.TimedObservation", PickleGlobalKind.Message),
        new($"{HelpersModule}.TimedAction", PickleGlobalKind.Message),
        new("numpy._core.multiarray._reconstruct", PickleGlobalKind.NdarrayReconstruct),
        new("numpy.core.multiarray._reconstruct", PickleGlobalKind.NdarrayReconstruct),
        new("numpy._core.numeric._frombuffer", PickleGlobalKind.NdarrayFromBuffer),
        new("numpy.core.numeric._frombuffer", PickleGlobalKind.NdarrayFromBuffer),
        new("numpy.ndarray", PickleGlobalKind.NdarrayClass),
        new("numpy.dtype", PickleGlobalKind.DtypeClass),
        new("torch._utils._rebuild_tensor_v2", PickleGlobalKind.TensorRebuild),
        new("torch.storage._load_from_bytes", PickleGlobalKind.StorageLoad),
        new("torch.FloatStorage", PickleGlobalKind.FloatStorage),
        new("collections.OrderedDict", PickleGlobalKind.OrderedDict),
    }.ToFrozenDictionary(global => global.Name, StringComparer.Ordinal);

    // Split names must not meet in a dot: "a.b" + "c" and "a" + "b.c" are different things to Python.
    public static PickleGlobal? Find(string module, string name) =>
        name.Contains('.', StringComparison.Ordinal) ? null : Allowed.GetValueOrDefault($"{module}.{name}");
}
