using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Guard;
using Interlock.Native.Border;
using Interlock.Native.Handles;

namespace Interlock.Native.Exports;

/// <summary>Episodes and the stop latch.</summary>
internal static unsafe class EpisodeExports
{
    [UnmanagedCallersOnly(EntryPoint = "il_begin_episode", CallConvs = [typeof(CallConvCdecl)])]
    public static Status Begin(ulong handle, double* measured, nuint measuredCount)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            entry.Content.BeginEpisode(TextIn.Items(measured, measuredCount, "measured"));
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_request_stop", CallConvs = [typeof(CallConvCdecl)])]
    public static Status RequestStop(ulong handle)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            entry.Content.RequestStop();
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "il_reset_latch", CallConvs = [typeof(CallConvCdecl)])]
    public static Status ResetLatch(ulong handle)
    {
        try
        {
            using Entry<ActionGuard> entry = new(handle);
            entry.Content.ResetLatch();
            return Status.Ok;
        }
        catch (Exception exception)
        {
            return LastError.Set(exception);
        }
    }
}
