using Interlock.Native.Border;

namespace Interlock.Native.Handles;

/// <summary>A handle could not be used.</summary>
internal sealed class HandleException(Status status, string message) : ArgumentException(message)
{
    public Status Status { get; } = status;
}
