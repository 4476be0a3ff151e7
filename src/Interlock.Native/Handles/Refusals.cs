using Interlock.Native.Border;

namespace Interlock.Native.Handles;

/// <summary>Why a handle cannot be used, in words.</summary>
internal static class Refusals
{
    public static string Of(Status status) => status == Status.Busy
        ? "another thread is inside this guard; one thread at a time"
        : "the handle is not of a living object of this kind";
}
