using Interlock.Core.Diagnostics;
using Interlock.Native.Handles;

namespace Interlock.Native.Border;

/// <summary>The newest failure of each thread, and the words for it. No exception crosses the border.</summary>
internal static class LastError
{
    [ThreadStatic]
    private static string? s_text;

    public static string Text => s_text ?? string.Empty;

    public static Status Set(Exception exception)
    {
        s_text = exception.Message;
        return exception switch
        {
            HandleException refused => refused.Status,
            DiagnosticException => Status.Data,
            ArgumentException => Status.Argument,
            _ => Status.Internal,
        };
    }

    public static Status Set(Status status, string text)
    {
        s_text = text;
        return status;
    }
}
