#include "support/colour_profiles.hpp"

#include <lcms2.h>

#include <array>

namespace support {
namespace {

std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number size = 0;
  cmsSaveProfileToMem(profile, nullptr, &size);
  std::string bytes(size, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &size);
  cmsCloseProfile(profile);
  return bytes;
}

// What one set of inks prints, as the profile has it.
int print(const cmsUInt16Number inks[], cmsUInt16Number lab[], void* to_lab) {
  constexpr std::array<std::array<double, 3>, 4> kInks{{{0, 120, 180}, {200, 0, 110}, {255, 230, 0}, {0, 0, 0}}};
  std::array<double, 3> colour{1, 1, 1};
  for (std::size_t ink = 0; ink < kInks.size(); ++ink) {
    for (std::size_t i = 0; i < 3; ++i) colour[i] *= 1 - inks[ink] / 65535.0 * (1 - kInks[ink][i] / 255);
  }
  cmsCIELab made{};
  cmsDoTransform(to_lab, colour.data(), &made, 1);
  cmsFloat2LabEncoded(lab, &made);
  return 1;
}

}  // namespace

std::string srgb_profile() { return saved(cmsCreate_sRGBProfile()); }

std::string wide_profile() {
  const cmsCIExyY white{0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
  cmsToneCurve* curve = cmsBuildGamma(nullptr, 2.2);
  cmsToneCurve* curves[3] = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

std::string grey_profile(double gamma) {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return saved(profile);
}

std::string press_profile() {
  cmsHPROFILE srgb = cmsCreate_sRGBProfile();
  cmsHPROFILE lab = cmsCreateLab4Profile(nullptr);
  cmsHTRANSFORM to_lab = cmsCreateTransform(srgb, TYPE_RGB_DBL, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, 0);
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, 2, 4, 3, nullptr);
  cmsStageSampleCLut16bit(table, print, to_lab, 0);
  cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, 4, 3);
  cmsPipelineInsertStage(pipeline, cmsAT_BEGIN, table);
  cmsPipelineInsertStage(pipeline, cmsAT_BEGIN, cmsStageAllocToneCurves(nullptr, 4, nullptr));  // the file wants curves
  cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
  cmsHPROFILE press = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(press, 4.3);
  cmsSetDeviceClass(press, cmsSigOutputClass);
  cmsSetColorSpace(press, cmsSigCmykData);
  cmsSetPCS(press, cmsSigLabData);
  cmsWriteTag(press, cmsSigMediaWhitePointTag, cmsD50_XYZ());
  cmsWriteTag(press, cmsSigAToB0Tag, pipeline);
  cmsWriteTag(press, cmsSigAToB1Tag, pipeline);
  cmsPipelineFree(pipeline);
  cmsDeleteTransform(to_lab);
  cmsCloseProfile(lab);
  cmsCloseProfile(srgb);
  return saved(press);
}

}  // namespace support
