namespace Interlock.Policies.Onnx.Native;

/// <summary>One loaded library with its environment. Both stay until the process ends, as the runtime wants it; sessions and tensors do not.</summary>
internal sealed unsafe class OrtRuntime
{
    // Messages of the runtime come with its status; on the terminal they would be noise.
    private const int LogFatalOnly = 4;
    private const int ArenaAllocator = 1;
    private const int DefaultMemory = 0;
    private static readonly Lock Loading = new();
    private static readonly Dictionary<nint, OrtRuntime> Loaded = [];

    private OrtRuntime(OrtApi api)
    {
        Api = api;
        using Utf8Text id = new("interlock");
        api.CreateEnv(LogFatalOnly, (byte*)id.Address, out nint env);
        Env = env;
        CpuMemory = new OrtHandle(api, api.CreateCpuMemoryInfo(ArenaAllocator, DefaultMemory), OrtFunction.ReleaseMemoryInfo);
    }

    public OrtApi Api { get; }

    public nint Env { get; }

    public OrtHandle CpuMemory { get; }

    /// <summary>The one environment over a function table.</summary>
    public static OrtRuntime Of(nint table)
    {
        lock (Loading)
        {
            if (!Loaded.TryGetValue(table, out OrtRuntime? runtime))
            {
                runtime = new OrtRuntime(new OrtApi((nint*)table));
                Loaded.Add(table, runtime);
            }

            return runtime;
        }
    }
}
