using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Graphs;

/// <summary>Ends a running inference when its answer is not wanted any more: the runtime stops between two operators.</summary>
internal sealed class RunCancellation : IDisposable
{
    private static readonly Action<object?> Terminate = static state => ((RunCancellation)state!).Stop();
    private readonly OrtApi _api;
    private readonly OrtHandle _options;

    public RunCancellation(OrtRuntime runtime)
    {
        _api = runtime.Api;
        _options = new OrtHandle(_api, _api.Create(OrtFunction.CreateRunOptions), OrtFunction.ReleaseRunOptions);
    }

    /// <summary>Options for the run.</summary>
    public nint Address => _options.Address;

    /// <summary>Listens until disposed; <see cref="Rearm"/> comes after it.</summary>
    public CancellationTokenRegistration Listen(CancellationToken cancellation) => cancellation.UnsafeRegister(Terminate, this);

    /// <summary>Lets the next run run.</summary>
    public void Rearm() => _api.Call(OrtFunction.RunOptionsUnsetTerminate, Address);

    public void Dispose() => _options.Dispose();

    private void Stop() => _api.Call(OrtFunction.RunOptionsSetTerminate, Address);
}
