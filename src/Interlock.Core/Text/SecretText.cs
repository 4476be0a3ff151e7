using System.Runtime.CompilerServices;
using System.Text;

namespace Interlock.Core.Text;

/// <summary>Compares what somebody shows with a secret, so that the time it takes says nothing about how much of it was right.</summary>
public static class SecretText
{
    /// <summary>True when both are the same in UTF-8; never when one of them is null.</summary>
    /// <param name="shown">What a stranger says.</param>
    /// <param name="secret">What it has to be; its length alone decides how long it takes.</param>
    public static bool AreSame(string? shown, string? secret) =>
        shown is not null && secret is not null && AreSame(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secret));

    /// <summary>True when both have the same bytes.</summary>
    /// <param name="shown">What a stranger says.</param>
    /// <param name="secret">What it has to be; its length alone decides how long it takes.</param>
    [MethodImpl(MethodImplOptions.NoOptimization | MethodImplOptions.NoInlining)]
    public static bool AreSame(ReadOnlySpan<byte> shown, ReadOnlySpan<byte> secret)
    {
        int difference = shown.Length ^ secret.Length;
        for (int i = 0; i < secret.Length; i++)
        {
            difference |= secret[i] ^ (i < shown.Length ? shown[i] : 0);
        }

        return difference == 0;
    }
}
