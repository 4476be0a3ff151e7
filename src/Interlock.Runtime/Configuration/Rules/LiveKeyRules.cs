using System.Net;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Where viewers connect has to be an address, and one that strangers reach needs a token.</summary>
internal static class LiveKeyRules
{
    public static void Check(LiveSettings live, RuleReport report)
    {
        if (!IPEndPoint.TryParse(live.Listen, out IPEndPoint? endpoint) || !live.Listen.Contains(':'))
        {
            report.Error("RT250", "live.listen", $"{Quoted.Of(live.Listen)} is no address with a port", "for instance 127.0.0.1:8765");
        }
        else if (!IPAddress.IsLoopback(endpoint.Address) && live.TokenFile is null)
        {
            report.Error(
                "RT250", "live.listen", $"{live.Listen} can be reached from other machines, and no token is asked for", "add live.token_file, or listen on 127.0.0.1", other: "live.token_file");
        }
    }
}
