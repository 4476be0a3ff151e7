using System.ComponentModel;
using System.Diagnostics;

namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>Opens an address in this machine's browser. Without one the link on the terminal has to do.</summary>
internal static class BrowserStart
{
    public static void Try(Uri link)
    {
        try
        {
            using Process? started = OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(link.AbsoluteUri) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [link.AbsoluteUri]) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            // There is no browser here.
        }
    }
}
