using Interlock.Core.Text;

namespace Interlock.Policies.Remote;

/// <summary>Addresses of servers.</summary>
internal static class RemoteAddress
{
    public static Uri Parse(string address, ReadOnlySpan<string> schemes)
    {
        bool isUsable = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0;
        return isUsable
            ? uri!
            : throw RemoteError.Of(
                RemoteCodes.Address,
                "address",
                "address",
                $"{Quoted.Of(address)} is not the address of such a server; it should be like {schemes[0]}://host:8000/");
    }
}
