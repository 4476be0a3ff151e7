namespace Interlock.Policies.Onnx.Native;

/// <summary>A loaded graph.</summary>
internal sealed class OrtSession : IDisposable
{
    private const int AllOptimisations = 99;
    private readonly OrtRuntime _runtime;
    private readonly OrtHandle _session;

    /// <exception cref="OrtFailure">The graph could not be loaded; nothing is left behind.</exception>
    public OrtSession(OrtRuntime runtime, string path, int threads, bool allowSpinning)
    {
        _runtime = runtime;
        using OrtHandle options = Options(runtime.Api, threads, allowSpinning);
        _session = new OrtHandle(runtime.Api, runtime.Api.CreateSession(runtime.Env, path, options.Address), OrtFunction.ReleaseSession);
        try
        {
            Inputs = Describe(OrtFunction.SessionGetInputCount, OrtFunction.SessionGetInputName, OrtFunction.SessionGetInputTypeInfo);
            Outputs = Describe(OrtFunction.SessionGetOutputCount, OrtFunction.SessionGetOutputName, OrtFunction.SessionGetOutputTypeInfo);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    public IReadOnlyList<TensorInfo> Inputs { get; }

    public IReadOnlyList<TensorInfo> Outputs { get; }

    public nint Address => _session.Address;

    public void Dispose() => _session.Dispose();

    private static OrtHandle Options(OrtApi api, int threads, bool allowSpinning)
    {
        OrtHandle options = new(api, api.Create(OrtFunction.CreateSessionOptions), OrtFunction.ReleaseSessionOptions);
        string spinning = allowSpinning ? "1" : "0";
        api.Set(OrtFunction.SetGraphOptimizationLevel, options.Address, AllOptimisations);
        api.Set(OrtFunction.SetIntraOpNumThreads, options.Address, threads);
        api.AddSessionConfigEntry(options.Address, "session.intra_op.allow_spinning", spinning);
        api.AddSessionConfigEntry(options.Address, "session.inter_op.allow_spinning", spinning);
        return options;
    }

    private TensorInfo[] Describe(OrtFunction count, OrtFunction name, OrtFunction type)
    {
        TensorInfo[] infos = new TensorInfo[_runtime.Api.Get(count, Address)];
        for (int i = 0; i < infos.Length; i++)
        {
            string text = _runtime.Api.Name(name, Address, i);
            using OrtHandle info = new(_runtime.Api, _runtime.Api.GetAt(type, Address, i), OrtFunction.ReleaseTypeInfo);
            nint tensor = _runtime.Api.Get(OrtFunction.CastTypeInfoToTensorInfo, info.Address);
            infos[i] = tensor == 0 ? new TensorInfo(text, ElementType.Undefined, []) : Describe(text, tensor);
        }

        return infos;
    }

    private TensorInfo Describe(string name, nint info) => OrtShape.Read(_runtime.Api, name, info);
}
