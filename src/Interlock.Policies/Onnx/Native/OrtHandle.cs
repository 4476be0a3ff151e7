using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>Something the runtime made, released exactly once by the function that belongs to it.</summary>
internal sealed class OrtHandle : SafeHandle
{
    private static int _live;
    private readonly OrtApi _api;
    private readonly OrtFunction _release;

    public OrtHandle(OrtApi api, nint handle, OrtFunction release)
        : base(0, ownsHandle: true)
    {
        _api = api;
        _release = release;
        SetHandle(handle);
        Interlocked.Increment(ref _live);
    }

    /// <summary>Handles of this process that are not released yet.</summary>
    public static int Live => Volatile.Read(ref _live);

    public override bool IsInvalid => handle == 0;

    /// <summary>The address; valid while this object is not disposed.</summary>
    public nint Address => IsClosed ? throw new ObjectDisposedException(nameof(OrtHandle)) : handle;

    protected override bool ReleaseHandle()
    {
        _api.Release(_release, handle);
        Interlocked.Decrement(ref _live);
        return true;
    }
}
